// Generated from wire.proto. Do not edit.
package wire;

record Answer(String id) {}
