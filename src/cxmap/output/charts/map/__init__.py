"""The map: the classic wall map of a journey, from what the customer does to what we do about it."""
