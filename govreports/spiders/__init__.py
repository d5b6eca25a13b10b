"""The spiders Scrapy finds: one, `reports`, for every portal."""
