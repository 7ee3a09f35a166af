"""Ways out as data. The shapes here are a promise: fields are added, never renamed."""
