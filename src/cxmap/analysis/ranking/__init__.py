"""The ranking of improvement opportunities, and how sure its order is."""
