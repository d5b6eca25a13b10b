"""Scrapy settings: only what differs from Scrapy's defaults, each with its reason."""

import os

from govreports.places import data_folder, store_url

BOT_NAME = "govreports"
SPIDER_MODULES = ["govreports.spiders"]

# Where the store and the archive lie (see govreports.places).
GOVREPORTS_STORE = store_url()
GOVREPORTS_DATA = str(data_folder())

# Bytes. Where the archive begins its next file, what must stay free on its disk, and what it may take altogether (0:
# all there is). A crawl that meets one of the latter two ends; what it has is whole.
GOVREPORTS_ARCHIVE_FILE_BYTES = 1_000_000_000
GOVREPORTS_DISK_RESERVE = 200_000_000
GOVREPORTS_ARCHIVE_BUDGET = int(os.environ.get("GOVREPORTS_ARCHIVE_BUDGET") or 0)

# Who we are and whom to tell if we are a burden. A browser's name would be a lie, and most sites answer an honest one.
GOVREPORTS_CONTACT = os.environ.get("GOVREPORTS_CONTACT", "")
USER_AGENT = (
    f"govreports/0.1 (research on annual disclosure reports{'; ' if GOVREPORTS_CONTACT else ''}{GOVREPORTS_CONTACT})"
)

# We are guests: robots.txt is obeyed, one request at a time goes to a host (which without a delay Scrapy would not
# keep to), and its answers' slowness slows us down.
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
AUTOTHROTTLE_ENABLED = True

# A report must come from the site it names; Scrapy's default is not to look at certificates.
DOWNLOAD_VERIFY_CERTIFICATES = True

# Bytes. The largest scanned reports have some 30 MB; more is no report.
DOWNLOAD_MAXSIZE = 64 * 1024 * 1024
# Seconds. What has not come in a minute does not come in three.
DOWNLOAD_TIMEOUT = 60

# Some list services answer only who brings the cookie that their column page has set. Each portal has a jar of its own
# (the spider sees to that), and none outlives the run.
COOKIES_ENABLED = True
# 429 and 503 are a site's plea to stop, not to hurry: they are not asked again in the same run.
RETRY_HTTP_CODES = [500, 502, 504, 408]
# A site that redirects more than a few times is turning us in circles.
REDIRECT_MAX_TIMES = 5
# What the archive can unpack (govreports.archive.received); Scrapy would offer all that is installed.
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "zh-CN,zh;q=0.9",
}

# A list's own script may ask in more characters than that; Scrapy would drop the request in silence.
URLLENGTH_LIMIT = 0

# First in, first out: entries are read in catalogue order, so runs can be compared and a limit takes the first ones.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"

# Requests come from hosts by the hundred; each knows its portal, and leaves its hosts never (Scrapy's own filter knows
# one list for the whole spider).
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    # Before robots.txt is asked for: not even that of a host off the list.
    "govreports.crawl.hosts.HostScopeMiddleware": 50,
    # Sees a response unpacked (590), before a meta refresh in a challenge page (580) or a retry (550).
    "govreports.crawl.blocked.BlockedMiddleware": 585,
    # Only where a recording is made: sees a response packed as it came; what it has no room for goes no further.
    "govreports.crawl.recording.RecordingMiddleware": 940,
    # Behind nothing but the archive: asks whether what it holds has changed, and puts it in the place of a 304.
    "govreports.crawl.conditional.ConditionalMiddleware": 930,
    # Next to the downloader: a response is on disk before anything judges it, packed as it came.
    "govreports.crawl.archiving.ArchivingMiddleware": 950,
}
DOWNLOAD_HANDLERS = {
    "http": "govreports.crawl.guarded.GuardedDownloadHandler",
    "https": "govreports.crawl.guarded.GuardedDownloadHandler",
    # Nothing but the web is ever asked.
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
EXTENSIONS = {
    "govreports.crawl.progress.ProgressExtension": 0,
    # After AutoThrottle (0), which knows nothing of robots.txt.
    "govreports.crawl.pace.PaceExtension": 100,
}
ITEM_PIPELINES = {
    "govreports.pipelines.ReadPipeline": 100,
    "govreports.pipelines.StorePipeline": 200,
}

# No door into a running crawl.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
