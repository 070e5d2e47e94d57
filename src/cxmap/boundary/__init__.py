"""Where text, files and work leave cxmap: what makes foreign text safe, the atomic writer, copies of the process."""
