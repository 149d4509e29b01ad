// Generated from wire.proto. Do not edit.
package wire;

record Item(String id) {}
