package dev.mitigauge.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.mitigauge.assessment.project.AssessmentDiff;
import dev.mitigauge.assessment.project.AssessmentPage;
import dev.mitigauge.assessment.project.ProjectPage;
import dev.mitigauge.assessment.project.ToldProject;
import dev.mitigauge.assessment.project.ToldWaiver;
import dev.mitigauge.assessment.project.Trend;
import dev.mitigauge.assessment.project.WaiverList;

/** Projects and their past as JSON on one line. Names and order are those of the components; what is absent is {@code null}. */
public final class ProjectJson {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().setSerializerModifier(new Decimals()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .writer();

    private ProjectJson() {}

    /** A project. */
    public static byte[] render(ToldProject project) {
        return write(project);
    }

    /** A page of projects. */
    public static byte[] render(ProjectPage page) {
        return write(page);
    }

    /** A page of assessments. */
    public static byte[] render(AssessmentPage page) {
        return write(page);
    }

    /** How a project moved. */
    public static byte[] render(Trend trend) {
        return write(trend);
    }

    /** What differs between two assessments. */
    public static byte[] render(AssessmentDiff diff) {
        return write(diff);
    }

    /** A waiver. */
    public static byte[] render(ToldWaiver waiver) {
        return write(waiver);
    }

    /** The waivers of a project. */
    public static byte[] render(WaiverList waivers) {
        return write(waivers);
    }

    private static byte[] write(Object value) {
        try {
            return WRITER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of texts and numbers can always be written", e);
        }
    }
}
