"""The format: pydantic models, one module a concept."""
