"""What a learner reads about each rule, by rule id and language.

Formulas carry the numbers and need no translation; these lines say what the formula means.
Each part of the room keeps the words of its own rules.
"""

from collections.abc import Mapping

from study_app.simulator.capacity_texts import CAPACITY_TEXTS
from study_app.simulator.definition_texts import DEFINITION_TEXTS
from study_app.simulator.deployment_texts import DEPLOYMENT_TEXTS
from study_app.simulator.kubernetes_texts import KUBERNETES_TEXTS
from study_app.simulator.placement_texts import PLACEMENT_TEXTS
from study_app.simulator.rollout_texts import ROLLOUT_TEXTS
from study_app.simulator.scaling_texts import SCALING_TEXTS
from study_app.simulator.traffic_texts import TRAFFIC_TEXTS

RULE_TEXTS: Mapping[str, Mapping[str, str]] = {
    **CAPACITY_TEXTS,
    **DEFINITION_TEXTS,
    **DEPLOYMENT_TEXTS,
    **KUBERNETES_TEXTS,
    **PLACEMENT_TEXTS,
    **ROLLOUT_TEXTS,
    **SCALING_TEXTS,
    **TRAFFIC_TEXTS,
}
