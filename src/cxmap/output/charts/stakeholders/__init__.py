"""The stakeholder map: the customer in the centre, our own parties round it, those outside beyond."""
