"""Where events become durable: one encrypted vault, and a store in memory for tests."""
