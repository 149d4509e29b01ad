// Generated from wire.proto. Do not edit.
package wire;

record Price(String id) {}
