"""The rules, one module a rule, and the registry that lists them."""
