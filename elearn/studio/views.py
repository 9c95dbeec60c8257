"""The studio's pages. Those of its parts stand in modules of their own, imported here so that they register."""

from elearn.studio import (
    editions_views,
    exchange_views,
    figures_views,
    history_views,
    media_pages,
    outline_pages,
    package_views,
    preview_views,
    publish_views,
    review_views,
    sharing_pages,
    shelf_pages,
    try_views,
    writing,
)
from elearn.studio.blueprint import blueprint

__all__ = [
    "blueprint",
    "editions_views",
    "exchange_views",
    "figures_views",
    "history_views",
    "media_pages",
    "outline_pages",
    "package_views",
    "preview_views",
    "publish_views",
    "review_views",
    "sharing_pages",
    "shelf_pages",
    "try_views",
    "writing",
]
