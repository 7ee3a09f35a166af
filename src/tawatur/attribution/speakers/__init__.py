"""The noun phrase that names who speaks: where it begins, how far it reaches, what it shows."""
