"""Things of the newsroom that the matrix is tried on, each in the state in which the step is possible."""

from typing import Any

from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.exemplars.models import Consent, Exemplar
from thidua.modules.files.models import StoredFile
from thidua.modules.newsroom.models import Article, Comment, Picture, PublicDecision
from thidua.modules.organisations.models import Organisation
from thidua.modules.register.models import Entry

Arguments = dict[str, Any]


class NewsroomObjects:
    school: Organisation
    ward: Organisation

    def _article(self, state: str) -> Article:
        row = Article.objects.filter(
            organisation=self.ward, exemplar=None, entry=None, campaign=None
        ).earliest("pk")
        Article.objects.filter(pk=row.pk).update(state=state, posted_at=row.made_at)
        return row

    def article(self) -> Arguments:
        return {"pk": self._article("draft").pk}

    def article_on_person(self) -> Arguments:
        row = self._article("review")
        Article.objects.filter(pk=row.pk).update(consent="not_asked")
        return {"pk": row.pk}

    def article_step(self) -> Arguments:
        return self.article() | {"name": "submit"}

    def published_article(self) -> Arguments:
        return {"pk": self._article("published").pk}

    def public_article(self) -> Arguments:
        row = self._article("published")
        return {"pk": row.pk, "slug": row.slug}

    def article_picture(self) -> Arguments:
        kept = StoredFile.objects.earliest("pk")
        kept.pk = None
        kept.save()
        made = Picture.objects.create(
            article=self._article("draft"), alt="Ảnh", credit="UBND", original=kept, large=kept, small=kept,
            width=8, height=8,
        )  # fmt: skip
        return {"pk": made.pk}

    def public_picture(self) -> Arguments:
        picture = self.article_picture()
        self._article("published")
        return picture | {"size": "nho"}

    def agreed_exemplar(self) -> Arguments:
        return {
            "pk": Exemplar.objects.filter(consent=Consent.GIVEN, organisation__parent=self.ward)
            .earliest("pk")
            .pk
        }

    def told_entry(self) -> Arguments:
        return {"pk": Entry.objects.filter(organisation=self.school, act="grant").earliest("pk").pk}

    def comment(self) -> Arguments:
        return {"pk": Comment.objects.filter(state="new").earliest("pk").pk}

    def comment_step(self) -> Arguments:
        return self.comment() | {"name": "publish"}

    def shown_comment(self) -> Arguments:
        return {"pk": Comment.objects.filter(state="published").earliest("pk").pk}

    def open_decision(self) -> Arguments:
        rows = Decision.objects.filter(organisation=self.ward, state=DecisionState.IN_FORCE, kind="grant")
        return {"pk": rows.earliest("pk").pk}

    def posted_decision(self) -> Arguments:
        return {"pk": PublicDecision.objects.filter(withdrawn_at=None).earliest("pk").decision_id}
