"""Capacity providers: strategies and managed scaling."""
