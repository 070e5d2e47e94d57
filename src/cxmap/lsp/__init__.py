"""The language server: what the rules find, while somebody types. ``cxmap.cli.commands.lsp`` starts it."""
