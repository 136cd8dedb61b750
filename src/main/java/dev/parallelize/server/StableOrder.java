package dev.parallelize.server;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.Comparator;
import java.util.List;

/** Lists in an order that stays: the SDK keeps resources by their hash codes. */
final class StableOrder {
  private StableOrder() {}

  static McpSchema.JSONRPCMessage of(McpSchema.JSONRPCMessage message) {
    return message instanceof McpSchema.JSONRPCResponse r
            && r.result() instanceof McpSchema.ListResourcesResult listed
        ? McpSchema.JSONRPCResponse.result(r.id(), byUri(listed))
        : message;
  }

  private static McpSchema.ListResourcesResult byUri(McpSchema.ListResourcesResult listed) {
    List<McpSchema.Resource> sorted =
        listed.resources().stream().sorted(Comparator.comparing(McpSchema.Resource::uri)).toList();
    return new McpSchema.ListResourcesResult(sorted, listed.nextCursor(), listed.meta());
  }
}
