"""Reads the 政府信息公开工作年度报告 that China's portals publish, and makes checked data of them."""
