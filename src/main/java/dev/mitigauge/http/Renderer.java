package dev.mitigauge.http;

import dev.mitigauge.assessment.Assessment;
import java.util.function.Function;

/**
 * One form in which an assessment can be answered.
 *
 * @param mediaType what a request's {@code Accept} asks for, such as {@code application/json}; UTF-8 if it is text
 * @param render the bytes of the answer; any number of threads may ask at once
 */
public record Renderer(String mediaType, Function<Assessment, byte[]> render) {}
