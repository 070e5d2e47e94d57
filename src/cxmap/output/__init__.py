"""What people and programs get to see: findings, tables and charts."""
