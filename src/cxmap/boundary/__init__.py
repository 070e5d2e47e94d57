"""Where text and files leave cxmap: one function a target that makes foreign text safe, one atomic writer."""
