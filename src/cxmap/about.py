"""Where cxmap's documentation lives: the one place that knows the addresses."""

REPOSITORY_URL = "https://github.com/cxmap/cxmap"
DOCS_URL = f"{REPOSITORY_URL}/blob/main/docs"
CI_PAGE = f"{DOCS_URL}/ci.md"
SCHEMA_URL = "https://raw.githubusercontent.com/cxmap/cxmap/main/schemas/cxmap-v1.schema.json"
CONFIG_SCHEMA_URL = "https://raw.githubusercontent.com/cxmap/cxmap/main/schemas/cxmap-config.schema.json"


def output_schema_url(name: str) -> str:
    """The JSON Schema of an output."""
    return f"https://raw.githubusercontent.com/cxmap/cxmap/main/schemas/output/{name}.schema.json"


def rule_url(code: str) -> str:
    """The page of the rule reference that explains a rule."""
    return f"{DOCS_URL}/rules/{code}.md"
