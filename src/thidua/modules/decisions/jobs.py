from procrastinate.contrib.django import app

from thidua.modules.decisions.models import Decision
from thidua.modules.decisions.trial import perform


@app.task(name="decisions.sign_for_trial", queue="long")
def sign_for_trial(*, decision_id: int) -> None:
    perform(Decision.objects.select_related("organisation", "signer").get(pk=decision_id))
