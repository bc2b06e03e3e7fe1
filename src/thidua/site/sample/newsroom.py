"""Articles in every state, comments read and unread, and decisions that everybody may read."""

from datetime import timedelta
from itertools import islice

from thidua.modules.campaigns.models import Campaign
from thidua.modules.decisions.models import Decision, DecisionState
from thidua.modules.exemplars.models import Consent, Exemplar
from thidua.modules.newsroom import beginnings
from thidua.modules.newsroom.actions.articles import answer_consent, change, write
from thidua.modules.newsroom.actions.comments import moderate, reply, send
from thidua.modules.newsroom.actions.decisions import post_decision
from thidua.modules.newsroom.actions.steps import move
from thidua.modules.newsroom.drafts import ArticleDraft, CommentDraft
from thidua.modules.newsroom.models import Article, ReaderCount
from thidua.modules.register.models import Act, Entry, Source
from thidua.site.sample.stage import Stage

PUBLISHED = 8
READ = (412, 96, 233, 58, 175, 39, 520, 81, 64, 27)
EVERY = 9
COMMENTS = (
    (
        "Nguyễn Thị Hạnh",
        "Rất cảm động",
        "Việc làm của anh thật đáng quý. Mong phường có thêm nhiều tấm gương như vậy.",
    ),
    (
        "Trần Quang Vinh",
        "Đề nghị nhân rộng",
        "Tổ dân phố chúng tôi muốn học cách làm này, xin hỏi liên hệ với ai?",
    ),
    ("Lê Thu Trang", "Cảm ơn bài viết", "Bài viết ngắn gọn, dễ hiểu."),
)
ANSWER = "Cảm ơn ông. Xin liên hệ bộ phận thi đua, khen thưởng của phường trong giờ hành chính."
ADVERT = ("Khách", "Cho vay nhanh", "Cho vay không thế chấp, gọi ngay!")
FREE = ArticleDraft(
    headline="Phường phát động tháng cao điểm phát hiện gương người tốt, việc tốt",
    lead="Mỗi đơn vị, tổ dân phố giới thiệu ít nhất một tấm gương trong tháng.",
    body="<p>Ai cũng có thể giới thiệu: quét mã ở bảng tin của tổ dân phố, không cần tài khoản.</p>"
    "<h2>Giới thiệu gì?</h2><ul><li>Việc tốt, thời gian, nơi diễn ra.</li><li>Ai làm, ai biết việc.</li></ul>",
    byline="Cao Minh Tú",
    source="Ủy ban nhân dân phường",
    names_nobody=True,
)


def load_newsroom(stage: Stage) -> None:
    articles = [*_of_exemplars(stage), _of_campaign(stage), write_free(stage)]
    for n, article in enumerate(articles[:PUBLISHED]):
        _to_readers(stage, article, n)
    for article in articles[PUBLISHED : PUBLISHED + 1]:
        _edited(stage, article)
    for article in articles[PUBLISHED + 1 : PUBLISHED + 2]:
        move(article=article, step="submit", actor=stage.actor("bientap"), now=stage.at(stage.on))
    _of_award(stage)
    _comments(stage, articles[0], articles[1])
    _decisions(stage)


def write_free(stage: Stage) -> Article:
    day = stage.ago(3)
    return write(
        organisation=stage.units["P"], draft=FREE, actor=stage.actor("bientap", day), now=stage.at(day)
    )


def _of_exemplars(stage: Stage) -> list[Article]:
    agreed = (
        Exemplar.objects.filter(consent=Consent.GIVEN)
        .select_related("organisation")
        .order_by("-found_on", "pk")
    )
    made = []
    for n, exemplar in enumerate(islice(agreed, PUBLISHED)):
        day = stage.ago(EVERY * (n + 1))
        draft = beginnings.of_exemplar(exemplar)
        article = write(
            organisation=stage.units["P"],
            draft=draft,
            exemplar=exemplar,
            actor=stage.actor("bientap", day),
            now=stage.at(day),
        )
        made.append(_signed(stage, article, draft))
    return made


def _signed(stage: Stage, article: Article, draft: ArticleDraft) -> Article:
    said = ArticleDraft(
        headline=draft.headline,
        lead=draft.lead,
        body=draft.body,
        byline="Cao Minh Tú",
        source=draft.source,
        names_nobody=draft.names_nobody,
    )
    return change(article=article, draft=said, version=0, actor=stage.actor("bientap"))


def _of_campaign(stage: Stage) -> Article:
    campaign = Campaign.objects.filter(organisation=stage.units["P"], launched_on__isnull=False).order_by(
        "pk"
    )[0]
    draft = beginnings.of_campaign(campaign)
    made = write(
        organisation=stage.units["P"],
        draft=ArticleDraft(headline=draft.headline, body=draft.body, source=draft.source, names_nobody=True),
        campaign=campaign,
        actor=stage.actor("bientap"),
        now=stage.at(stage.ago(2)),
    )
    said = ArticleDraft(headline=made.headline, body=made.body, source=made.source, names_nobody=True)
    return _signed(stage, made, said)


def _of_award(stage: Stage) -> None:
    """A draft whose person has not been asked yet."""
    entries = Entry.objects.filter(act=Act.GRANT, source=Source.DECISION, person__isnull=False)
    if entry := entries.order_by("-pk").first():
        write(
            organisation=stage.units["P"],
            draft=beginnings.of_entry(entry),
            entry=entry,
            actor=stage.actor("bientap"),
            now=stage.at(stage.on),
        )


def _edited(stage: Stage, article: Article) -> None:
    desk, now = stage.actor("bientap"), stage.at(stage.on)
    for step in ("submit", "edited"):
        move(article=article, step=step, actor=desk, now=now)
    article.refresh_from_db()
    if article.exemplar_id is None and article.consent != "not_needed":
        answer_consent(
            article=article, consent="given", consent_on=stage.on, note="trực tiếp", actor=desk, on=stage.on
        )


def _to_readers(stage: Stage, article: Article, n: int) -> None:
    now = stage.at(stage.ago(max(EVERY * (n + 1) - 2, 1)), 10) + timedelta(minutes=7 * n)
    _edited(stage, article)
    leader, desk = stage.actor("chutich"), stage.actor("bientap")
    for step, actor in (("approve", leader), ("publish", desk)):
        move(article=article, step=step, actor=actor, now=now)
    ReaderCount.objects.filter(article=article).update(n=READ[n])


def _comments(stage: Stage, first: Article, second: Article) -> None:
    desk = stage.actor("bientap")
    for n, (name, title, content) in enumerate(COMMENTS):
        article = second if n == 2 else first
        now = stage.at(stage.ago(2 - n), 14)
        draft = CommentDraft(name=name, title=title, content=content, phone="0912 345 678" if n == 1 else "")
        sent = send(article=article, draft=draft, actor=None, now=now)
        if n < 2:
            moderate(comment=sent, step="publish", actor=desk, now=now)
        if n == 1:
            reply(comment=sent, text=ANSWER, actor=desk, now=now)
    name, title, content = ADVERT
    spam = send(
        article=first,
        draft=CommentDraft(name=name, title=title, content=content),
        actor=None,
        now=stage.at(stage.on),
    )
    moderate(comment=spam, step="refuse", fault="advert", actor=desk, now=stage.at(stage.on))


def _decisions(stage: Stage) -> None:
    rows = Decision.objects.filter(organisation=stage.units["P"], state=DecisionState.IN_FORCE, kind="grant")
    for n, decision in enumerate(rows.order_by("pk")[:4]):
        post_decision(
            decision=decision,
            names_shown=n != 1,
            actor=stage.actor("bientap"),
            now=stage.at(stage.ago(4 - n)),
        )
