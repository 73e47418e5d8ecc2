"""Views: the questions that people ask of the tables, answered in SQL."""

from typing import Final, NamedTuple


class View(NamedTuple):
    """A view; `words` say what it answers."""

    name: str
    words: str
    query: str


VIEWS: Final = (
    View(
        "experiments_by_owner_and_quarter",
        "How many experiments began in each quarter, by owner, and how many of them are decided.",
        """
        SELECT strftime('%Y', first_day) || '-Q' || ((strftime('%m', first_day) + 2) / 3) AS quarter, owner, team,
            count(*) AS experiments, count(decision_outcome) AS decided,
            coalesce(sum(decision_outcome = 'ship'), 0) AS shipped
        FROM experiments WHERE first_day IS NOT NULL AND status <> 'cancelled'
        GROUP BY quarter, owner, team ORDER BY quarter, owner
        """,
    ),
    View(
        "spend_by_month",
        "What the tools in use cost in each month of this year, by cost centre: a yearly price in twelve parts, and "
        "only in months that the contract covers, where it says which.",
        """
        WITH RECURSIVE months (month) AS (
            SELECT strftime('%Y-01', value) FROM about WHERE key = 'today'
            UNION ALL SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM months LIMIT 12
        )
        SELECT month, cost_cost_center AS cost_center, upper(trim(cost_currency)) AS currency,
            round(sum(yearly_amount) / 12, 2) AS amount, count(*) AS tools
        FROM months JOIN tools ON yearly_amount IS NOT NULL AND is_live
            AND (contract_start IS NULL OR strftime('%Y-%m', contract_start) <= month)
            AND (contract_ends IS NULL OR strftime('%Y-%m', contract_ends) >= month)
        GROUP BY month, cost_center, currency ORDER BY month, cost_center, currency
        """,
    ),
    View(
        "renewals_ahead",
        "The contracts that renew from the day of the export on, and by when one has to decide.",
        """
        SELECT id, name, owner, contract_renewal, decide_by, contract_auto_renew, contract_decision, yearly_amount,
            cost_currency
        FROM tools WHERE is_live AND contract_renewal >= (SELECT value FROM about WHERE key = 'today')
        ORDER BY decide_by, id
        """,
    ),
    View(
        "undecided_experiments",
        "The experiments that are over, and of which nobody has said what happens now.",
        """
        SELECT id, name, owner, team, last_day FROM experiments
        WHERE status = 'completed' AND decision_outcome IS NULL ORDER BY last_day, id
        """,
    ),
    View(
        "findings_by_owner",
        "How much `prodops lint` finds of what somebody answers for.",
        """
        SELECT owner, severity, count(*) AS findings FROM findings WHERE allowed IS NULL
        GROUP BY owner, severity ORDER BY owner, severity
        """,
    ),
    View(
        "metric_use",
        "By how many experiments, goals, launches and metrics each metric is named.",
        """
        SELECT metrics.id, metrics.name, metrics.owner, metrics.status, refs.from_kind AS used_by,
            count(DISTINCT refs.from_id) AS uses
        FROM metrics LEFT JOIN refs ON refs.to_kind = 'metric' AND refs.to_id = metrics.id
        GROUP BY metrics.id, refs.from_kind ORDER BY metrics.id, refs.from_kind
        """,
    ),
    View(
        "experiment_surfaces",
        "The surfaces of each experiment.",
        """
        SELECT id AS experiment_id, position, value AS surface FROM list_items
        WHERE kind = 'experiment' AND field = 'surfaces' ORDER BY id, position
        """,
    ),
    View(
        "experiment_exposures",
        "How many units saw each variant.",
        """
        SELECT id AS experiment_id, key AS variant, CAST(value AS INTEGER) AS units FROM mapping_items
        WHERE kind = 'experiment' AND field = 'exposures' ORDER BY id, key
        """,
    ),
    View(
        "tool_capabilities",
        "What each tool can do.",
        """
        SELECT id AS tool_id, position, value AS capability FROM list_items
        WHERE kind = 'tool' AND field = 'capabilities' ORDER BY id, position
        """,
    ),
    View(
        "tags",
        "The tags of each document.",
        "SELECT kind, id, value AS tag FROM list_items WHERE field = 'tags' ORDER BY kind, id, position",
    ),
    View(
        "external_ids",
        "What each document is called in other systems.",
        "SELECT kind, id, key AS system, value AS external_id FROM mapping_items WHERE field = 'external' "
        "ORDER BY kind, id, key",
    ),
)
