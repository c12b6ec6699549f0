"""How much: numbers, their units, and what they stand for."""
