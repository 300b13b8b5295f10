package org.cyberreadiness.samples.delivery;

import java.util.List;
import org.cyberreadiness.samples.writing.Delivery;

/**
 * Small files of the last three nights that cannot be taken in whole: one with a header that nobody
 * knows, and three of which rows must be set aside, for all sorts of reasons.
 */
public final class BrokenFiles {
  private static final String INCIDENTS =
      "incident_id,ods_code,discovered_at,reported_at,ico_reportable,nis_reportable,category";

  private BrokenFiles() {}

  public static List<Delivery> deliveries() {
    return List.of(
        file(
            "incidents/2024-09-08/incidents-by-hand.csv",
            INCIDENTS,
            "IN-2024-HAND-1,ZZT004,2024-09-02T08:30:00Z,2024-09-03T09:00:00Z,Y,N,confidentiality",
            // nobody's, in no known category, on a day that is none, by nobody's code
            "IN-2024-HAND-2,,2024-09-02T11:00:00Z,2024-09-03T09:00:00Z,Y,N,integrity",
            "IN-2024-HAND-3,ZZT006,2024-09-02T12:15:00Z,2024-09-03T09:00:00Z,Y,N,mischief",
            "IN-2024-HAND-4,ZZT008,31/02/2024,2024-09-03T09:00:00Z,Y,N,availability",
            "IN-2024-HAND-5,our trust!,2024-09-03T10:00:00Z,2024-09-03T12:00:00Z,Y,N,integrity",
            // reported before it was discovered, and a row that ends too early
            "IN-2024-HAND-6,ZZT010,2024-09-05T10:00:00Z,2024-09-04T10:00:00Z,Y,N,integrity",
            "IN-2024-HAND-7,ZZT012,2024-09-05T10:00:00Z"),
        file(
            "training/2024-09-09/training.csv",
            "Organisation,Period,Head count,Completed",
            "ZZT001,2023/24,5200,4990",
            "ZZT002,2023/24,4100,3700"),
        file(
            "training/2024-09-10/training.csv",
            "ods_code,period_end,staff,staff_trained_12m",
            "ZZT001,2024-06-30,5200,4990",
            "ZZT002,2024-06-30,about 4000,3700",
            "ZZT003,2024-06-30,3900,4100"),
        file(
            "agents-osquery/2024-09-10/hosts-cut.json",
            "{\"hostname\":\"zzt016-pc19001.made-up.example\",\"uuid\":"
                + "\"5c1f0a52-0000-4000-8000-00000000a001\",\"platform\":\"windows\","
                + "\"os_version\":\"Windows 10 Enterprise 22H2\",\"build\":\"19045.4780\","
                + "\"seen_time\":\"2024-09-09T08:11:02Z\",\"team_id\":7,\"status\":\"online\"}",
            "{\"hostname\":\"zzt016-pc19002.made-up.example\",\"uuid\":\"5c1f0a52-00"));
  }

  private static Delivery file(String path, String... lines) {
    return new Delivery(path, text -> text.lines(List.of(lines)));
  }
}
