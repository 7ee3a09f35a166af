"""Tawatur reads Arabic news and shows where each claim comes from."""
