"""The language server: what the rules find, while a person types. ``cxmap.cli.commands.lsp`` starts it."""
