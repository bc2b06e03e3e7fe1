from django.urls import include, path

from thidua.modules.exchange.rest import main
from thidua.modules.exchange.views import guide, hooks, tokens

urlpatterns = [
    path("api/v1/openapi.json", main.description, name="api_description"),
    path("api/v1/", include(main.addresses())),
    path("quan-tri/ket-noi/", tokens.index, name="tokens_list"),
    path("quan-tri/ket-noi/them/", tokens.make, name="tokens_make"),
    path("quan-tri/ket-noi/huong-dan/", guide.show, name="exchange_guide"),
    path("quan-tri/ket-noi/<int:pk>/", tokens.show, name="tokens_show"),
    path("quan-tri/ket-noi/<int:pk>/thu-hoi/", tokens.revoke, name="tokens_revoke"),
    path("quan-tri/ket-noi/<int:pk>/bao-tin/", hooks.make, name="subscriptions_make"),
    path("quan-tri/ket-noi/bao-tin/<int:pk>/", hooks.show, name="subscriptions_show"),
    path("quan-tri/ket-noi/bao-tin/<int:pk>/bat-tat/", hooks.switch, name="subscriptions_switch"),
    path("quan-tri/ket-noi/bao-tin/lan/<int:pk>/gui-lai/", hooks.again, name="dispatches_again"),
]
