package org.cyberreadiness.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonRecordsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES = List.of("id", "lastSeen", "tags", "os.name");

  private static List<RawRecord> read(String text) throws Exception {
    JsonRecords records =
        JsonRecords.open(
            Unpacked.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))), NAMES);
    List<RawRecord> read = new ArrayList<>();
    for (RawRecord next = records.next(); next != null; next = records.next()) {
      read.add(next);
    }
    return read;
  }

  @Test
  void everyFramingSaysWhatALibraryReads() throws Exception {
    Random random = new Random(8259);
    for (int i = 0; i < 500; i++) {
      List<ObjectNode> objects = new ArrayList<>();
      for (int n = 1 + random.nextInt(5); n > 0; n--) {
        objects.add(object(random));
      }
      List<List<@Nullable String>> expected = objects.stream().map(JsonRecordsTest::fields).toList();
      String mark = random.nextBoolean() ? "\uFEFF" : "";
      String lines =
          objects.stream().map(JsonNode::toString).collect(Collectors.joining("\n"));
      assertThat(read(mark + lines)).extracting(RawRecord::fields).isEqualTo(expected);
      String list = "[" + lines.replace("\n", ",\n") + "]";
      assertThat(read(mark + list)).extracting(RawRecord::fields).isEqualTo(expected);
      String page = "{\"@odata.context\":\"x\",\"value\":" + list + ",\"next\":null}";
      assertThat(read(mark + page)).extracting(RawRecord::fields).isEqualTo(expected);
    }
  }

  private static ObjectNode object(Random random) {
    ObjectNode object = JSON.createObjectNode();
    object.put("id", random.nextInt(3) == 0 ? "é\"\\,\uD83C\uDFE5" : "d" + random.nextInt(100));
    if (random.nextBoolean()) {
      object.put("lastSeen", random.nextLong());
    }
    if (random.nextBoolean()) {
      object.putNull("unread");
    }
    ArrayNode tags = object.putArray("tags");
    for (int n = random.nextInt(3); n > 0; n--) {
      tags.add("ods:ZZ90" + n);
    }
    object.putObject("os").put("name", random.nextBoolean()).putArray("other").add(1).addObject();
    object.putObject("user").put("name", "nobody");
    return object;
  }

  private static List<@Nullable String> fields(ObjectNode object) {
    List<@Nullable String> fields = new ArrayList<>();
    fields.add(object.get("id").asText());
    fields.add(object.has("lastSeen") ? object.get("lastSeen").asText() : null);
    List<String> tags = new ArrayList<>();
    object.get("tags").forEach(tag -> tags.add(tag.asText()));
    fields.add(String.join("|", tags));
    fields.add(object.get("os").get("name").asText());
    return fields;
  }

  @Test
  void aMarkBeforeOneObjectALineIsNoPartOfIt() throws Exception {
    List<RawRecord> rows = read("\uFEFF{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
    assertThat(rows).extracting(row -> row.fields().get(0)).containsExactly("a", "b");
  }

  @Test
  void aBrokenLineIsOneRowSetAside() throws Exception {
    List<RawRecord> rows = read("{\"id\":\"a\"}\n{\"id\":\n{\"id\":\"c\"}\n[1]\n");
    assertThat(rows).extracting(RawRecord::line).containsExactly(1L, 2L, 3L, 4L);
    assertThat(rows).extracting(row -> row.fault() == null).containsExactly(true, false, true, false);
  }
}
