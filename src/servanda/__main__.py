"""`python -m servanda` is the program `servanda`."""

from servanda.cli import run

if __name__ == "__main__":
    run()
