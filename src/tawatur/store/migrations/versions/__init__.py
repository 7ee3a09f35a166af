"""The steps, each named after its revision and what it brings."""
