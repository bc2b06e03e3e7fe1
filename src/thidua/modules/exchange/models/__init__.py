from thidua.modules.exchange.models.hooks import Dispatch, Subscription
from thidua.modules.exchange.models.tokens import Call, Proposal, Token

__all__ = ["Call", "Dispatch", "Proposal", "Subscription", "Token"]
