"""A page with an introduction and a text, as in Wagtail's own tutorial."""

from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page


class ArticlePage(Page):
    date = models.DateField()
    intro = models.CharField(max_length=250)
    body = RichTextField()
