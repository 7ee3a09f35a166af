"""How the tables came to be what they are, one file a step; a step that was released never changes."""
