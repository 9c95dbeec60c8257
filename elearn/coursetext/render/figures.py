"""Pictures, audio and video as HTML that never makes a page jump and that everybody can use."""

from html import escape

from elearn.coursetext.media.inspect import MediaFile, megabytes
from elearn.coursetext.render.labels import label


def figure(file: MediaFile, alternative: str, title: str, classes: str, language: str) -> str:
    """The HTML of a media file with its alternative text; a decoration has none."""
    if file.kind == "image":
        return _picture(file, alternative, title, classes)
    if file.kind in {"audio", "video"}:
        return _player(file, alternative, language)
    return f'<a href="{escape(file.address)}">{escape(alternative or title or file.path)}</a>'


def _picture(file: MediaFile, alternative: str, title: str, classes: str) -> str:
    size = f' width="{file.width}" height="{file.height}"' if file.width and file.height else ""
    named = f' title="{escape(title)}"' if title else ""
    dressed = f' class="{escape(classes)}"' if classes else ""
    return (
        f'<img src="{escape(file.address)}" alt="{escape(alternative)}"{size}{named}{dressed}'
        ' loading="lazy" decoding="async">'
    )


def _player(file: MediaFile, alternative: str, language: str) -> str:
    """A player that loads nothing until it is asked to, and a way to take the file along."""
    size = f' width="{file.width}" height="{file.height}"' if file.width and file.height else ""
    name = f' aria-label="{escape(alternative)}"' if alternative else ""
    address = escape(file.address)
    download = escape(label(file.kind, language).format(size=megabytes(file.size)))
    return (
        f'<span class="media"><{file.kind} src="{address}" controls="" preload="none"{size}{name}></{file.kind}> '
        f'<a class="download" href="{address}" download="">{download}</a></span>'
    )
