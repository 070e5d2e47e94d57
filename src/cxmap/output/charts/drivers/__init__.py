"""What moves the overall mark: relative weights with their intervals; beside them penalty and reward."""
