package dev.mitigauge.cli;

import picocli.CommandLine.Command;

/** {@code audit}: who did what, and whether that is still what was written down. */
@Command(
        name = "audit",
        description = {
            "Show and verify the audit trail of a service: tokens made and revoked, changes made over HTTP, calls that were denied."
                    + " Works on the store itself, whether a service runs or not."
        },
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {}
