"""The one blueprint on which every page of the studio stands; each module of pages adds its own."""

from flask import Blueprint

blueprint = Blueprint("studio", __name__, url_prefix="/studio")
