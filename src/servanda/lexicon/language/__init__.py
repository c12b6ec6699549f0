"""What the language model is made of: its weights, and how words are cut, shaped and hung together."""
