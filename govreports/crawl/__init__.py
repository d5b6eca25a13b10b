"""Crawling: what stands between the spider and the network, and running it."""
