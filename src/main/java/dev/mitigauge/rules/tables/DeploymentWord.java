package dev.mitigauge.rules.tables;

/**
 * A row of {@code deployment-words.csv}.
 *
 * @param word another name of a deployment value, such as {@code deployment.replicas}, or of what it is, such as
 *     {@code deployment.exposure=vpn}
 * @param meaning the name or value that assumptions use
 */
public record DeploymentWord(String word, String meaning) {}
