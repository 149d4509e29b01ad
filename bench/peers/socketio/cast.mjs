// Sends what one client sends to all the others, as the product does with the frames of a run.
import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false });
io.on("connection", (socket) => socket.on("m", (frame) => socket.broadcast.emit("m", frame)));
http.listen(0, "127.0.0.1", () => console.log(http.address().port));
