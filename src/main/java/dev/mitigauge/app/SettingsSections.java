package dev.mitigauge.app;

import dev.mitigauge.app.settings.Section;
import dev.mitigauge.assessment.AssessmentSettings;
import dev.mitigauge.assessment.event.EventSettings;
import dev.mitigauge.assessment.event.WebhookSettings;
import dev.mitigauge.assessment.project.OwnTableSettings;
import dev.mitigauge.assessment.project.WaiverSettings;
import dev.mitigauge.checkout.CheckoutSettings;
import dev.mitigauge.http.AccessSettings;
import dev.mitigauge.http.CorsSettings;
import dev.mitigauge.http.HttpSettings;
import dev.mitigauge.http.OidcSettings;
import dev.mitigauge.http.RuleWriteSettings;
import dev.mitigauge.http.TlsSettings;
import dev.mitigauge.http.TrafficSettings;
import dev.mitigauge.ingest.IngestSettings;
import dev.mitigauge.metrics.MetricsSettings;
import dev.mitigauge.rules.RulesSettings;
import dev.mitigauge.store.StoreSettings;
import dev.mitigauge.tracing.TracingSettings;
import java.util.List;

/** The settings records of all packages, in the order of the settings file. */
final class SettingsSections {

    static final List<Section<?>> ALL = List.of(
            new Section<>("paths", PathSettings.DEFAULT),
            new Section<>("log", LogSettings.DEFAULT),
            new Section<>("assessment", AssessmentSettings.DEFAULT),
            new Section<>("ingest", IngestSettings.DEFAULT),
            new Section<>("rules", RulesSettings.DEFAULT),
            new Section<>("checkouts", CheckoutSettings.DEFAULT),
            new Section<>("store", StoreSettings.DEFAULT),
            new Section<>("replicas", ReplicaSettings.DEFAULT),
            new Section<>("http", HttpSettings.DEFAULT),
            new Section<>("tls", TlsSettings.DEFAULT),
            new Section<>("traffic", TrafficSettings.DEFAULT),
            new Section<>("cors", CorsSettings.DEFAULT),
            new Section<>("access", AccessSettings.DEFAULT),
            new Section<>("oidc", OidcSettings.DEFAULT),
            new Section<>("waivers", WaiverSettings.DEFAULT),
            new Section<>("ownTables", OwnTableSettings.DEFAULT),
            new Section<>("events", EventSettings.DEFAULT),
            new Section<>("webhooks", WebhookSettings.DEFAULT),
            new Section<>("ruleWrites", RuleWriteSettings.DEFAULT),
            new Section<>("metrics", MetricsSettings.DEFAULT),
            new Section<>("tracing", TracingSettings.DEFAULT));

    private SettingsSections() {}
}
