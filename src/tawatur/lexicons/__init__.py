"""Word lists as data: one TOML file and one typed, cached loader a list."""
