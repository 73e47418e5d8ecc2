BEGIN TRANSACTION;
CREATE TABLE "about" (
  "key" TEXT NOT NULL,
  "value" TEXT,
  PRIMARY KEY ("key")
);
INSERT INTO "about" VALUES('catalog','Bloom, Ltd.');
INSERT INTO "about" VALUES('revision',NULL);
INSERT INTO "about" VALUES('time_zone','Europe/Paris');
INSERT INTO "about" VALUES('today','2026-09-07');
CREATE TABLE "budgets" (
  "position" INTEGER NOT NULL,
  "cost_center" TEXT,
  "amount" REAL,
  "currency" TEXT,
  "per" TEXT,
  PRIMARY KEY ("position")
);
INSERT INTO "budgets" VALUES(1,'product',120000.0,'EUR','year');
CREATE TABLE "experiment_accepted_overlaps" (
  "experiment_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "experiment" TEXT,
  "reason" TEXT,
  "by" TEXT,
  "until" DATE,
  PRIMARY KEY ("experiment_id", "position")
);
CREATE TABLE "experiment_joint_results" (
  "experiment_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "experiment" TEXT,
  "metric" TEXT,
  "as_of" DATE,
  "cells" TEXT,
  PRIMARY KEY ("experiment_id", "position")
);
CREATE TABLE "experiment_metrics" (
  "experiment_id" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "metric" TEXT,
  "baseline" REAL,
  "sd" REAL,
  "mde_type" TEXT,
  "mde" REAL,
  "max_degradation" REAL,
  PRIMARY KEY ("experiment_id", "role", "position")
);
INSERT INTO "experiment_metrics" VALUES('one-page','primary',1,'orders',0.2,NULL,NULL,0.05,NULL);
INSERT INTO "experiment_metrics" VALUES('one-page','guardrail',1,'orders',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "experiment_ramp" (
  "experiment_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "on" DATE,
  "traffic" REAL,
  PRIMARY KEY ("experiment_id", "position")
);
CREATE TABLE "experiment_results" (
  "experiment_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "metric" TEXT,
  "variant" TEXT,
  "lift" REAL,
  "ci" TEXT,
  "p_value" REAL,
  "as_of" DATE,
  "url" TEXT,
  PRIMARY KEY ("experiment_id", "position")
);
INSERT INTO "experiment_results" VALUES('done',1,'orders','one',0.02,'[0.01, 0.03]',NULL,NULL,NULL);
CREATE TABLE "experiment_switchback_clusters" (
  "experiment_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "id" TEXT,
  "units" TEXT,
  PRIMARY KEY ("experiment_id", "position")
);
CREATE TABLE "experiment_variants" (
  "experiment_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "key" TEXT,
  "role" TEXT,
  "weight" INTEGER,
  PRIMARY KEY ("experiment_id", "position")
);
INSERT INTO "experiment_variants" VALUES('one-page',1,'control','control',1);
INSERT INTO "experiment_variants" VALUES('one-page',2,'one','treatment',3);
CREATE TABLE "experiments" (
  "id" TEXT NOT NULL,
  "name" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "created" DATE,
  "reviewed" DATE,
  "review_every" TEXT,
  "replaced_by" TEXT,
  "external" TEXT,
  "owner" TEXT,
  "type" TEXT,
  "status" TEXT,
  "hypothesis_text" TEXT,
  "hypothesis_change" TEXT,
  "hypothesis_population" TEXT,
  "hypothesis_outcome" TEXT,
  "hypothesis_because" TEXT,
  "goals" TEXT,
  "surfaces" TEXT,
  "randomization_unit" TEXT,
  "traffic" REAL,
  "layer_id" TEXT,
  "layer_buckets" TEXT,
  "audience" TEXT,
  "excludes" TEXT,
  "requires" TEXT,
  "holdout" TEXT,
  "salt" TEXT,
  "start" TEXT,
  "end" TEXT,
  "actual_start" TEXT,
  "actual_end" TEXT,
  "enrollment_end" DATE,
  "duration" TEXT,
  "cooldown" TEXT,
  "analysis_alpha" REAL,
  "analysis_power" REAL,
  "analysis_sides" INTEGER,
  "analysis_correction" TEXT,
  "analysis_sequential" BOOLEAN,
  "eligible_units_per_day" INTEGER,
  "eligible_units_total" INTEGER,
  "eligible_units_as_of" DATE,
  "switchback_geo_type" TEXT,
  "switchback_window" TEXT,
  "switchback_schedule_method" TEXT,
  "switchback_schedule_seed" TEXT,
  "switchback_burn_in" TEXT,
  "switchback_burn_out" TEXT,
  "synthetic_control_geo_type" TEXT,
  "synthetic_control_treatment_units" TEXT,
  "synthetic_control_control_units" TEXT,
  "synthetic_control_donor_pool" TEXT,
  "synthetic_control_excluded_units" TEXT,
  "synthetic_control_pre_period_start" TEXT,
  "synthetic_control_pre_period_end" TEXT,
  "synthetic_control_treatment_period_start" TEXT,
  "synthetic_control_treatment_period_end" TEXT,
  "synthetic_control_method" TEXT,
  "synthetic_control_minimum_detectable_lift" REAL,
  "exposures" TEXT,
  "exposures_as_of" DATE,
  "decision_outcome" TEXT,
  "decision_winner" TEXT,
  "decision_date" DATE,
  "decision_by" TEXT,
  "decision_rationale" TEXT,
  "decision_follow_ups" TEXT,
  "decision_rolled_out_in" TEXT,
  "learnings" TEXT,
  "first_day" DATE,
  "last_day" DATE,
  "is_live" BOOLEAN,
  "team" TEXT,
  "path" TEXT,
  PRIMARY KEY ("id")
);
INSERT INTO "experiments" VALUES('done','@done: a long name that has to be folded in a calendar, with ü and 😀 at the seam, over and over again',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'anna','ab_test','completed',NULL,NULL,NULL,NULL,NULL,'["grow", "shrink"]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-01','2026-07-31',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-07-01','2026-07-31',0,'growth','experiments/done.yaml');
INSERT INTO "experiments" VALUES('draft','Draft',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'anna','rollout','draft',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-10-05',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-10-05',NULL,1,'growth','experiments/draft.yaml');
INSERT INTO "experiments" VALUES('one-page','One page',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'growth','ab_test','running','One page is faster.',NULL,NULL,NULL,NULL,NULL,'["checkout", "checkout.payment"]',NULL,NULL,NULL,NULL,'{"country": {"in": ["DE", "FR"]}}',NULL,NULL,NULL,NULL,'2026-08-31','2026-09-14T12:00:00+02:00',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"control": 100, "one": 300}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-08-31','2026-09-14',1,'growth','experiments/one-page.yaml');
CREATE TABLE "feedback" (
  "id" TEXT NOT NULL,
  "name" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "created" DATE,
  "reviewed" DATE,
  "review_every" TEXT,
  "replaced_by" TEXT,
  "external" TEXT,
  "owner" TEXT,
  "source" TEXT,
  "received" DATE,
  "segment" TEXT,
  "surface" TEXT,
  "quote" TEXT,
  "themes" TEXT,
  "severity" TEXT,
  "mentions" INTEGER,
  "revenue_at_risk" REAL,
  "currency" TEXT,
  "score" INTEGER,
  "answers_promoters" INTEGER,
  "answers_passives" INTEGER,
  "answers_detractors" INTEGER,
  "status" TEXT,
  "duplicate_of" TEXT,
  "decision" TEXT,
  "launch" TEXT,
  "goals" TEXT,
  "experiments" TEXT,
  "responded" BOOLEAN,
  "is_live" BOOLEAN,
  "team" TEXT,
  "path" TEXT,
  PRIMARY KEY ("id")
);
INSERT INTO "feedback" VALUES('slow','Slow',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'growth','nps','2026-08-01',NULL,NULL,NULL,'["speed"]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'growth','feedback/slow.yaml');
CREATE TABLE "findings" (
  "number" INTEGER NOT NULL,
  "rule" TEXT,
  "family" TEXT,
  "severity" TEXT,
  "kind" TEXT,
  "id" TEXT,
  "owner" TEXT,
  "path" TEXT,
  "line" INTEGER,
  "column" INTEGER,
  "message" TEXT,
  "allowed" TEXT,
  PRIMARY KEY ("number")
);
INSERT INTO "findings" VALUES(1,'unknown-reference','references','error','experiment','done','anna','experiments/done.yaml',8,15,'no goal is called `shrink`; begin it with `prodops new goal shrink`, or remove the reference',NULL);
INSERT INTO "findings" VALUES(2,'unknown-reference','references','error','tool','figma','ben','tools/figma.yaml',7,16,'no owner is called `nobody`; begin it with `prodops new owner nobody`, or remove the reference',NULL);
INSERT INTO "findings" VALUES(3,'unknown-reference','references','error','tool','survey','nobody','tools/survey.yaml',3,8,'no owner is called `nobody`; begin it with `prodops new owner nobody`, or remove the reference',NULL);
CREATE TABLE "goal_check_ins" (
  "goal_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "date" DATE,
  "confidence" REAL,
  "note" TEXT,
  PRIMARY KEY ("goal_id", "position")
);
INSERT INTO "goal_check_ins" VALUES('grow',1,'2026-09-01',0.5,NULL);
CREATE TABLE "goal_key_results" (
  "goal_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "id" TEXT,
  "name" TEXT,
  "metric" TEXT,
  "baseline" REAL,
  "target" REAL,
  "current" REAL,
  "as_of" DATE,
  "owner" TEXT,
  PRIMARY KEY ("goal_id", "position")
);
INSERT INTO "goal_key_results" VALUES('grow',1,'more','More','orders',1.0,2.0,NULL,NULL,'anna');
CREATE TABLE "goals" (
  "id" TEXT NOT NULL,
  "name" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "created" DATE,
  "reviewed" DATE,
  "review_every" TEXT,
  "replaced_by" TEXT,
  "external" TEXT,
  "owner" TEXT,
  "period_start" DATE,
  "period_end" DATE,
  "level" TEXT,
  "status" TEXT,
  "parent" TEXT,
  "confidence" REAL,
  "score" REAL,
  "is_live" BOOLEAN,
  "team" TEXT,
  "path" TEXT,
  PRIMARY KEY ("id")
);
INSERT INTO "goals" VALUES('grow','Grow',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'growth','2026-10-01','2026-12-31',NULL,'active',NULL,NULL,NULL,1,'growth','goals/grow.yaml');
CREATE TABLE "history_entities" (
  "day" DATE NOT NULL,
  "kind" TEXT NOT NULL,
  "entities" INTEGER,
  PRIMARY KEY ("day", "kind")
);
INSERT INTO "history_entities" VALUES('2026-08-31','owner',0);
INSERT INTO "history_entities" VALUES('2026-08-31','tool',0);
INSERT INTO "history_entities" VALUES('2026-08-31','metric',0);
INSERT INTO "history_entities" VALUES('2026-08-31','experiment',3);
INSERT INTO "history_entities" VALUES('2026-08-31','layer',1);
INSERT INTO "history_entities" VALUES('2026-08-31','goal',1);
INSERT INTO "history_entities" VALUES('2026-08-31','feedback',1);
INSERT INTO "history_entities" VALUES('2026-08-31','launch',1);
INSERT INTO "history_entities" VALUES('2026-08-31','practice',0);
INSERT INTO "history_entities" VALUES('2026-09-07','owner',4);
INSERT INTO "history_entities" VALUES('2026-09-07','tool',3);
INSERT INTO "history_entities" VALUES('2026-09-07','metric',1);
INSERT INTO "history_entities" VALUES('2026-09-07','experiment',3);
INSERT INTO "history_entities" VALUES('2026-09-07','layer',1);
INSERT INTO "history_entities" VALUES('2026-09-07','goal',1);
INSERT INTO "history_entities" VALUES('2026-09-07','feedback',1);
INSERT INTO "history_entities" VALUES('2026-09-07','launch',1);
INSERT INTO "history_entities" VALUES('2026-09-07','practice',1);
CREATE TABLE "history_findings" (
  "day" DATE NOT NULL,
  "severity" TEXT NOT NULL,
  "findings" INTEGER,
  PRIMARY KEY ("day", "severity")
);
INSERT INTO "history_findings" VALUES('2026-08-31','error',16);
INSERT INTO "history_findings" VALUES('2026-08-31','warning',7);
INSERT INTO "history_findings" VALUES('2026-08-31','notice',0);
INSERT INTO "history_findings" VALUES('2026-09-07','error',3);
INSERT INTO "history_findings" VALUES('2026-09-07','warning',0);
INSERT INTO "history_findings" VALUES('2026-09-07','notice',0);
CREATE TABLE "history_measures" (
  "day" DATE NOT NULL,
  "measure" TEXT NOT NULL,
  "value" REAL,
  "more_is_better" BOOLEAN,
  "mark" REAL,
  PRIMARY KEY ("day", "measure")
);
CREATE TABLE "launch_readiness" (
  "launch_id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "item" TEXT,
  "owner" TEXT,
  "status" TEXT,
  "due" DATE,
  PRIMARY KEY ("launch_id", "position")
);
INSERT INTO "launch_readiness" VALUES('dark',1,'Docs','anna','todo','2026-09-18');
CREATE TABLE "launches" (
  "id" TEXT NOT NULL,
  "name" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "created" DATE,
  "reviewed" DATE,
  "review_every" TEXT,
  "replaced_by" TEXT,
  "external" TEXT,
  "owner" TEXT,
  "tier" INTEGER,
  "stage" TEXT,
  "status" TEXT,
  "target_date" DATE,
  "actual_date" DATE,
  "surfaces" TEXT,
  "audience" TEXT,
  "goals" TEXT,
  "metrics_success" TEXT,
  "metrics_guardrail" TEXT,
  "experiments" TEXT,
  "approvers" TEXT,
  "rollback_supported" BOOLEAN,
  "rollback_plan" TEXT,
  "release_note" TEXT,
  "depends_on" TEXT,
  "is_live" BOOLEAN,
  "team" TEXT,
  "path" TEXT,
  PRIMARY KEY ("id")
);
INSERT INTO "launches" VALUES('dark','Dark mode',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'growth',2,'ga','planned','2026-09-21',NULL,NULL,NULL,NULL,'["orders"]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'growth','launches/dark.yaml');
CREATE TABLE "layers" (
  "id" TEXT NOT NULL,
  "name" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "created" DATE,
  "reviewed" DATE,
  "review_every" TEXT,
  "replaced_by" TEXT,
  "external" TEXT,
  "owner" TEXT,
  "unit" TEXT,
  "status" TEXT,
  "buckets" INTEGER,
  "packing" TEXT,
  "reserved" TEXT,
  "surfaces" TEXT,
  "salt" TEXT,
  "is_live" BOOLEAN,
  "team" TEXT,
  "path" TEXT,
  PRIMARY KEY ("id")
);
INSERT INTO "layers" VALUES('main','Main',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'growth','user',NULL,1000,NULL,'[[0, 10]]',NULL,NULL,1,'growth','layers/main.yaml');
CREATE TABLE "links" (
  "kind" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "title" TEXT,
  "url" TEXT,
  PRIMARY KEY ("kind", "id", "position")
);
INSERT INTO "links" VALUES('tool','figma',1,'Admin','https://figma.example/a,b');
CREATE TABLE "list_items" (
  "kind" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "value" TEXT,
  PRIMARY KEY ("kind", "id", "field", "position")
);
INSERT INTO "list_items" VALUES('owner','anna','teams',1,'growth');
INSERT INTO "list_items" VALUES('owner','growth','members',1,'anna');
INSERT INTO "list_items" VALUES('tool','figma','tags',1,'b2b');
INSERT INTO "list_items" VALUES('tool','figma','tags',2,'a_b');
INSERT INTO "list_items" VALUES('tool','figma','admins',1,'anna');
INSERT INTO "list_items" VALUES('tool','figma','admins',2,'nobody');
INSERT INTO "list_items" VALUES('tool','figma','capabilities',1,'design');
INSERT INTO "list_items" VALUES('tool','figma','capabilities',2,'user_testing');
INSERT INTO "list_items" VALUES('experiment','done','goals',1,'grow');
INSERT INTO "list_items" VALUES('experiment','done','goals',2,'shrink');
INSERT INTO "list_items" VALUES('experiment','one-page','surfaces',1,'checkout');
INSERT INTO "list_items" VALUES('experiment','one-page','surfaces',2,'checkout.payment');
INSERT INTO "list_items" VALUES('layer','main','reserved',1,'[0, 10]');
INSERT INTO "list_items" VALUES('feedback','slow','themes',1,'speed');
INSERT INTO "list_items" VALUES('launch','dark','metrics.success',1,'orders');
INSERT INTO "list_items" VALUES('practice','review','steps',1,'Read.');
INSERT INTO "list_items" VALUES('practice','review','steps',2,'Ask.');
INSERT INTO "list_items" VALUES('practice','review','tools',1,'figma');
CREATE TABLE "mapping_items" (
  "kind" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "value" TEXT,
  PRIMARY KEY ("kind", "id", "field", "key")
);
INSERT INTO "mapping_items" VALUES('tool','figma','external','okta.com','0oa1');
INSERT INTO "mapping_items" VALUES('experiment','one-page','exposures','control','100');
INSERT INTO "mapping_items" VALUES('experiment','one-page','exposures','one','300');
CREATE TABLE "metrics" (
  "id" TEXT NOT NULL,
  "name" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "created" DATE,
  "reviewed" DATE,
  "review_every" TEXT,
  "replaced_by" TEXT,
  "external" TEXT,
  "owner" TEXT,
  "status" TEXT,
  "direction" TEXT,
  "type" TEXT,
  "steward" TEXT,
  "definition_expression" TEXT,
  "definition_language" TEXT,
  "definition_aggregation" TEXT,
  "definition_numerator" TEXT,
  "definition_denominator" TEXT,
  "definition_filter" TEXT,
  "inputs" TEXT,
  "unit" TEXT,
  "currency" TEXT,
  "grain" TEXT,
  "window" TEXT,
  "entity" TEXT,
  "role" TEXT,
  "tier" TEXT,
  "source_tool" TEXT,
  "source_dataset" TEXT,
  "source_dashboard" TEXT,
  "freshness" TEXT,
  "sensitivity" TEXT,
  "target_op" TEXT,
  "target_value" REAL,
  "target_by" DATE,
  "health_level" TEXT,
  "health_reasons" TEXT,
  "health_as_of" DATE,
  "value_current" REAL,
  "value_previous" REAL,
  "value_as_of" DATE,
  "certified_by" TEXT,
  "certified_on" DATE,
  "certified_fingerprint" TEXT,
  "aliases" TEXT,
  "expires" DATE,
  "reason" TEXT,
  "remove_after" DATE,
  "removed_on" DATE,
  "repair_issue" TEXT,
  "is_live" BOOLEAN,
  "team" TEXT,
  "path" TEXT,
  PRIMARY KEY ("id")
);
INSERT INTO "metrics" VALUES('orders','Orders','Orders that were paid.',NULL,NULL,'2026-03-02','P6M',NULL,NULL,'growth','active','increase',NULL,NULL,'=SUM(orders)','formula',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'P90D',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'gte',12.0,'2026-12-31',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-12-24',NULL,NULL,NULL,NULL,1,'growth','metrics/orders.yaml');
CREATE TABLE "owners" (
  "id" TEXT NOT NULL,
  "name" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "created" DATE,
  "reviewed" DATE,
  "review_every" TEXT,
  "replaced_by" TEXT,
  "external" TEXT,
  "type" TEXT,
  "email" TEXT,
  "handles_github" TEXT,
  "handles_gitlab" TEXT,
  "handles_slack" TEXT,
  "manager" TEXT,
  "teams" TEXT,
  "active" BOOLEAN,
  "left" DATE,
  "successor" TEXT,
  "lead" TEXT,
  "members" TEXT,
  "parent" TEXT,
  "channel" TEXT,
  "on_call" TEXT,
  "codeowners" TEXT,
  "status" TEXT,
  "merged_into" TEXT,
  "is_live" BOOLEAN,
  "path" TEXT,
  PRIMARY KEY ("id")
);
INSERT INTO "owners" VALUES('anna','Anna; Berg',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'person','anna@bloom.example','anna-b',NULL,NULL,NULL,'["growth"]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'owners/all.yaml');
INSERT INTO "owners" VALUES('ben','=HYPERLINK("https://evil.example")',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'person',NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,'anna',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'owners/all.yaml');
INSERT INTO "owners" VALUES('growth','Growth',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'team',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'anna','["anna"]',NULL,'#growth',NULL,'@bloom/growth',NULL,NULL,1,'owners/all.yaml');
INSERT INTO "owners" VALUES('old_team','Old',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'team',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'merged','growth',0,'owners/all.yaml');
CREATE TABLE "practices" (
  "id" TEXT NOT NULL,
  "name" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "created" DATE,
  "reviewed" DATE,
  "review_every" TEXT,
  "replaced_by" TEXT,
  "external" TEXT,
  "owner" TEXT,
  "area" TEXT,
  "purpose" TEXT,
  "cadence" TEXT,
  "steps" TEXT,
  "url" TEXT,
  "participants" TEXT,
  "tools" TEXT,
  "metrics" TEXT,
  "status" TEXT,
  "is_live" BOOLEAN,
  "team" TEXT,
  "path" TEXT,
  PRIMARY KEY ("id")
);
INSERT INTO "practices" VALUES('review','Review',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'anna',NULL,NULL,NULL,'["Read.", "Ask."]',NULL,NULL,'["figma"]',NULL,NULL,1,'growth','practices/review.yaml');
CREATE TABLE "refs" (
  "from_kind" TEXT NOT NULL,
  "from_id" TEXT NOT NULL,
  "address" TEXT NOT NULL,
  "field" TEXT,
  "role" TEXT,
  "to_kind" TEXT,
  "to_id" TEXT,
  "is_there" BOOLEAN,
  PRIMARY KEY ("from_kind", "from_id", "address")
);
INSERT INTO "refs" VALUES('owner','anna','teams.1','teams','teams','owner','growth',1);
INSERT INTO "refs" VALUES('owner','ben','successor','successor','successor','owner','anna',1);
INSERT INTO "refs" VALUES('owner','growth','lead','lead','lead','owner','anna',1);
INSERT INTO "refs" VALUES('owner','growth','members.1','members','members','owner','anna',1);
INSERT INTO "refs" VALUES('owner','old_team','merged_into','merged_into','merged_into','owner','growth',1);
INSERT INTO "refs" VALUES('tool','broken','owner','owner','owner','owner','anna',1);
INSERT INTO "refs" VALUES('tool','figma','owner','owner','owner','owner','ben',1);
INSERT INTO "refs" VALUES('tool','figma','admins.1','admins','admins','owner','anna',1);
INSERT INTO "refs" VALUES('tool','figma','admins.2','admins','admins','owner','nobody',0);
INSERT INTO "refs" VALUES('tool','survey','owner','owner','owner','owner','nobody',0);
INSERT INTO "refs" VALUES('metric','orders','owner','owner','owner','owner','growth',1);
INSERT INTO "refs" VALUES('experiment','done','owner','owner','owner','owner','anna',1);
INSERT INTO "refs" VALUES('experiment','done','goals.1','goals','goals','goal','grow',1);
INSERT INTO "refs" VALUES('experiment','done','goals.2','goals','goals','goal','shrink',0);
INSERT INTO "refs" VALUES('experiment','done','results.1.metric','results.metric','results','metric','orders',1);
INSERT INTO "refs" VALUES('experiment','draft','owner','owner','owner','owner','anna',1);
INSERT INTO "refs" VALUES('experiment','one-page','owner','owner','owner','owner','growth',1);
INSERT INTO "refs" VALUES('experiment','one-page','metrics.primary.1.metric','metrics.primary.metric','primary','metric','orders',1);
INSERT INTO "refs" VALUES('experiment','one-page','metrics.guardrail.1.metric','metrics.guardrail.metric','guardrail','metric','orders',1);
INSERT INTO "refs" VALUES('layer','main','owner','owner','owner','owner','growth',1);
INSERT INTO "refs" VALUES('goal','grow','owner','owner','owner','owner','growth',1);
INSERT INTO "refs" VALUES('goal','grow','key_results.1.metric','key_results.metric','key_results','metric','orders',1);
INSERT INTO "refs" VALUES('goal','grow','key_results.1.owner','key_results.owner','key_results','owner','anna',1);
INSERT INTO "refs" VALUES('feedback','slow','owner','owner','owner','owner','growth',1);
INSERT INTO "refs" VALUES('launch','dark','owner','owner','owner','owner','growth',1);
INSERT INTO "refs" VALUES('launch','dark','metrics.success.1','metrics.success','success','metric','orders',1);
INSERT INTO "refs" VALUES('launch','dark','readiness.1.owner','readiness.owner','readiness','owner','anna',1);
INSERT INTO "refs" VALUES('practice','review','owner','owner','owner','owner','anna',1);
INSERT INTO "refs" VALUES('practice','review','tools.1','tools','tools','tool','figma',1);
CREATE TABLE "surfaces" (
  "surface" TEXT NOT NULL,
  "parent" TEXT,
  "owner" TEXT,
  "concurrent" BOOLEAN,
  "reason" TEXT,
  PRIMARY KEY ("surface")
);
INSERT INTO "surfaces" VALUES('checkout',NULL,'growth',0,NULL);
INSERT INTO "surfaces" VALUES('checkout.payment','checkout','growth',1,NULL);
CREATE TABLE "tools" (
  "id" TEXT NOT NULL,
  "name" TEXT,
  "description" TEXT,
  "tags" TEXT,
  "created" DATE,
  "reviewed" DATE,
  "review_every" TEXT,
  "replaced_by" TEXT,
  "external" TEXT,
  "owner" TEXT,
  "status" TEXT,
  "technical_owner" TEXT,
  "admins" TEXT,
  "vendor_name" TEXT,
  "vendor_url" TEXT,
  "purpose" TEXT,
  "capabilities" TEXT,
  "criticality" TEXT,
  "auth" TEXT,
  "data_classification" TEXT,
  "data_flow" TEXT,
  "data_processor_agreement" TEXT,
  "contract_start" DATE,
  "contract_renewal" DATE,
  "contract_notice" TEXT,
  "contract_auto_renew" BOOLEAN,
  "contract_decision" TEXT,
  "contract_ends" DATE,
  "cost_amount" REAL,
  "cost_currency" TEXT,
  "cost_per" TEXT,
  "cost_basis" TEXT,
  "cost_cost_center" TEXT,
  "seats_purchased" INTEGER,
  "seats_assigned" INTEGER,
  "seats_active" INTEGER,
  "seats_counted_on" DATE,
  "trial_ends" DATE,
  "request_access" TEXT,
  "practice" TEXT,
  "overlap_reason" TEXT,
  "yearly_amount" REAL,
  "decide_by" DATE,
  "is_live" BOOLEAN,
  "team" TEXT,
  "path" TEXT,
  PRIMARY KEY ("id")
);
INSERT INTO "tools" VALUES('broken',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'anna',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,-3.0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'growth','tools/broken.yaml');
INSERT INTO "tools" VALUES('figma','Figma,
BEGIN:VEVENT','Draws; \ and ''quotes'' -- DROP TABLE tools; 😀 ‮evil','["b2b", "a_b"]',NULL,NULL,NULL,NULL,'{"okta.com": "0oa1"}','ben','adopted',NULL,'["anna", "nobody"]',NULL,NULL,NULL,'["design", "user_testing"]',NULL,NULL,NULL,NULL,NULL,'2025-12-01','2026-12-01','P60D',1,NULL,NULL,12.5,'EUR','month','seat','product',10,9,4,'2026-08-01',NULL,NULL,NULL,NULL,1500.0,'2026-10-02',1,'growth','tools/figma.yaml');
INSERT INTO "tools" VALUES('survey','Survey',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'nobody','trial',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-10-01',NULL,NULL,'cancel',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-09-30',NULL,NULL,NULL,NULL,'2026-10-01',1,NULL,'tools/survey.yaml');
CREATE INDEX "tools_owner" ON "tools" ("owner");
CREATE INDEX "metrics_owner" ON "metrics" ("owner");
CREATE INDEX "experiments_owner" ON "experiments" ("owner");
CREATE INDEX "layers_owner" ON "layers" ("owner");
CREATE INDEX "goals_owner" ON "goals" ("owner");
CREATE INDEX "feedback_owner" ON "feedback" ("owner");
CREATE INDEX "launches_owner" ON "launches" ("owner");
CREATE INDEX "practices_owner" ON "practices" ("owner");
CREATE INDEX "list_items_field_value" ON "list_items" ("field", "value");
CREATE INDEX "refs_to_kind_to_id" ON "refs" ("to_kind", "to_id");
CREATE INDEX "findings_kind_id" ON "findings" ("kind", "id");
CREATE VIEW "experiments_by_owner_and_quarter" AS SELECT strftime('%Y', first_day) || '-Q' || ((strftime('%m', first_day) + 2) / 3) AS quarter, owner, team, count(*) AS experiments, count(decision_outcome) AS decided, coalesce(sum(decision_outcome = 'ship'), 0) AS shipped FROM experiments WHERE first_day IS NOT NULL AND status <> 'cancelled' GROUP BY quarter, owner, team ORDER BY quarter, owner;
CREATE VIEW "spend_by_month" AS WITH RECURSIVE months (month) AS ( SELECT strftime('%Y-01', value) FROM about WHERE key = 'today' UNION ALL SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM months LIMIT 12 ) SELECT month, cost_cost_center AS cost_center, upper(trim(cost_currency)) AS currency, round(sum(yearly_amount) / 12, 2) AS amount, count(*) AS tools FROM months JOIN tools ON yearly_amount IS NOT NULL AND is_live AND (contract_start IS NULL OR strftime('%Y-%m', contract_start) <= month) AND (contract_ends IS NULL OR strftime('%Y-%m', contract_ends) >= month) GROUP BY month, cost_center, currency ORDER BY month, cost_center, currency;
CREATE VIEW "renewals_ahead" AS SELECT id, name, owner, contract_renewal, decide_by, contract_auto_renew, contract_decision, yearly_amount, cost_currency FROM tools WHERE is_live AND contract_renewal >= (SELECT value FROM about WHERE key = 'today') ORDER BY decide_by, id;
CREATE VIEW "undecided_experiments" AS SELECT id, name, owner, team, last_day FROM experiments WHERE status = 'completed' AND decision_outcome IS NULL ORDER BY last_day, id;
CREATE VIEW "findings_by_owner" AS SELECT owner, severity, count(*) AS findings FROM findings WHERE allowed IS NULL GROUP BY owner, severity ORDER BY owner, severity;
CREATE VIEW "metric_use" AS SELECT metrics.id, metrics.name, metrics.owner, metrics.status, refs.from_kind AS used_by, count(DISTINCT refs.from_id) AS uses FROM metrics LEFT JOIN refs ON refs.to_kind = 'metric' AND refs.to_id = metrics.id GROUP BY metrics.id, refs.from_kind ORDER BY metrics.id, refs.from_kind;
CREATE VIEW "experiment_surfaces" AS SELECT id AS experiment_id, position, value AS surface FROM list_items WHERE kind = 'experiment' AND field = 'surfaces' ORDER BY id, position;
CREATE VIEW "experiment_exposures" AS SELECT id AS experiment_id, key AS variant, CAST(value AS INTEGER) AS units FROM mapping_items WHERE kind = 'experiment' AND field = 'exposures' ORDER BY id, key;
CREATE VIEW "tool_capabilities" AS SELECT id AS tool_id, position, value AS capability FROM list_items WHERE kind = 'tool' AND field = 'capabilities' ORDER BY id, position;
CREATE VIEW "tags" AS SELECT kind, id, value AS tag FROM list_items WHERE field = 'tags' ORDER BY kind, id, position;
CREATE VIEW "external_ids" AS SELECT kind, id, key AS system, value AS external_id FROM mapping_items WHERE field = 'external' ORDER BY kind, id, key;
COMMIT;
