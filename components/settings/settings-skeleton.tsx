import { Skeleton } from "@mantine/core";

/** Holds the place of a part of the settings while it is read. */
export function SettingsSkeleton() {
  return (
    <div role="status" aria-busy="true">
      <Skeleton height={320} radius="md" />
    </div>
  );
}
