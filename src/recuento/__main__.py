"""`python -m recuento`."""

from recuento.cli import main

if __name__ == "__main__":
    main()
