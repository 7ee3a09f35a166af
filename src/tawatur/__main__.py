"""`python -m tawatur`: the command line."""

from tawatur.cli.main import main

if __name__ == "__main__":
    main()
