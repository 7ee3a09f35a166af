"""The library over HTTP for programs: JSON with the names of `exports`, described by OpenAPI.

It reads the library and never writes to it, and what is sent to be read is kept nowhere. Pages
of other sites get no answer (no CORS): the reader stands on its user's own machine, and what
lies in the library is nobody's business.
"""
