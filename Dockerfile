# Gateway, donations, volunteers and notifications, and the step that prepares for them: one image, several commands.
# docker-compose.yml says which. `--target tour` holds the tour instead.
ARG NODE_IMAGE=node:20-bookworm-slim

FROM ${NODE_IMAGE} AS build
# better-sqlite3 is compiled where its prebuilt binary cannot be had.
RUN { command -v g++ && command -v make && command -v python3; } >/dev/null || { apt-get update && apt-get install -y --no-install-recommends python3 make g++; }
WORKDIR /app
COPY package.json package-lock.json ./
COPY libs/shared/package.json libs/shared/
COPY apps/gateway/package.json apps/gateway/
COPY apps/donations/package.json apps/donations/
COPY apps/volunteers/package.json apps/volunteers/
COPY apps/notifications/package.json apps/notifications/
COPY apps/standalone/package.json apps/standalone/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM build AS tour
USER 1000:1000
CMD ["npm", "run", "--silent", "tour"]

FROM build AS pruned
RUN npm prune --omit=dev --no-audit --no-fund \
  && find apps libs -name src -prune -exec rm -r {} + \
  && rm -rf tools apps/*/test

FROM ${NODE_IMAGE} AS run
WORKDIR /app
COPY --from=pruned /app ./
# Named volumes take over to whom these belong.
RUN mkdir /keys /data && chown 1000:1000 /keys /data
ENV HOST=0.0.0.0
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
